/** What fewer people than this did is not told to anybody: it would be about them, and not about readers. */
export const leastPeople = 5

/** The one gate of every number about people that the staff see. @returns null for a number that is kept back */
export const tellable = (people: number): number | null => (people >= leastPeople ? people : null)

/** "1,204 people", or "fewer than five people" for a number that is kept back. */
export function peopleInWords(people: number): string {
  const told = tellable(people)
  return told === null ? 'fewer than five people' : `${told.toLocaleString('en-GB')} people`
}

/** A part of the people who answered, as a percentage. @returns null where too few did */
export const tellableShare = (part: number, people: number): number | null =>
  tellable(people) === null ? null : Math.round((100 * part) / people)
