import { buttonClasses } from './button.tsx'
import { controlClasses, FieldFrame } from './field-frame.tsx'

interface FilterFormProps {
  /** The address of the list. */
  action: string
  /** What the words are looked for in. */
  label: string
  search: string
  /** What else of the address stays as it is; nothing is sent of what is null. */
  keep: Readonly<Record<string, string | null>>
  /** The choices beside the words. */
  children: React.ReactNode
}

/** What is looked for in a list. A plain form: what it says comes to stand in the address. */
export function FilterForm({ action, label, search, keep, children }: FilterFormProps) {
  return (
    <search>
      <form method="get" action={action} className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <div className="min-w-0 grow basis-full tablet:max-w-[22rem] tablet:basis-0">
          <FieldFrame id="q" label={label}>
            {(tied) => (
              <input
                {...tied}
                name="q"
                type="search"
                defaultValue={search}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                className={controlClasses({}, 'min-h-11 px-3 py-2 text-small')}
              />
            )}
          </FieldFrame>
        </div>
        {children}
        {Object.entries(keep).map(
          ([name, value]) => value !== null && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <button type="submit" className={buttonClasses('secondary')}>
          Show
        </button>
      </form>
    </search>
  )
}
