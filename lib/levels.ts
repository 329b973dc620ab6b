/** The five levels of any skill. 0 is "none yet"; what the others mean is the same for every skill. */
export const levels = [0, 1, 2, 3, 4] as const
export type Level = (typeof levels)[number]

/** A level that a role can ask for. */
export type Rank = Exclude<Level, 0>
export const ranks: readonly Rank[] = [1, 2, 3, 4]

export const levelNames = ['None yet', 'Awareness', 'Working', 'Practitioner', 'Expert'] as const

/** The spelling of a level in content files. */
export const levelKeys = ['awareness', 'working', 'practitioner', 'expert'] as const
export type LevelKey = (typeof levelKeys)[number]

export const rankOf = (key: LevelKey): Rank => (levelKeys.indexOf(key) + 1) as Rank

export const isLevel = (value: number): value is Level => Number.isInteger(value) && value >= 0 && value <= 4
