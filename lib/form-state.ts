/** What a form's action answers. The same shape for every form, so that one set of components shows it. */
export type FormState =
  | { status: 'idle'; values?: Record<string, string> }
  | { status: 'done'; message?: string; values?: Record<string, string> }
  | { status: 'invalid'; errors: Record<string, string>; values: Record<string, string> }
  | { status: 'refused'; message: string; values: Record<string, string> }
  | { status: 'fault'; reference: string; values: Record<string, string> }

export const idle: FormState = { status: 'idle' }

export const errorsOf = (state: FormState): Record<string, string> => (state.status === 'invalid' ? state.errors : {})
export const valuesOf = (state: FormState): Record<string, string> => state.values ?? {}
