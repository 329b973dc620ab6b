/** For whoever searches for a job that they cannot name. */
export function WhichRoleHint() {
  return (
    <p className="mt-8 border-l-2 border-accent pl-4">
      Not sure which job?{' '}
      <a href="/which-role" className="text-accent underline underline-offset-4">
        Ten minutes of questions
      </a>{' '}
      lead from what you like and have done to roles that may suit you.
    </p>
  )
}
