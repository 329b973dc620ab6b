import { Field } from '#components/ui/field.tsx'

interface NewAccountFieldsProps {
  errors: Record<string, string>
  values: Record<string, string>
}

/** What every new account is asked for. */
export function NewAccountFields({ errors, values }: NewAccountFieldsProps) {
  return (
    <>
      <Field
        label="Your name"
        name="name"
        hint="As you would like to be called here. Only you and whoever runs this site see it."
        autoComplete="name"
        required
        defaultValue={values.name}
        error={errors.name}
      />
      <Field
        label="Email address"
        name="email"
        type="email"
        inputMode="email"
        hint="It is what you sign in with."
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={values.email}
        error={errors.email}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        hint="At least 8 characters of any kind. A few words that do not belong together are easy to remember and hard to guess."
        autoComplete="new-password"
        required
        error={errors.password}
      />
    </>
  )
}
