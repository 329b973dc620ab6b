type Param = string | string[] | undefined

/** A query parameter that is given once; the first of them otherwise. */
export const firstParam = (value: Param): string | null => (Array.isArray(value) ? (value[0] ?? null) : (value ?? null))

/** A query parameter as one of the words allowed, or null. */
export function wordParam<const Word extends string>(value: Param, allowed: readonly Word[]): Word | null {
  const given = firstParam(value)
  return allowed.find((word) => word === given) ?? null
}
