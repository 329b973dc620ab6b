import { levelKeys, levelNames, rankOf } from '#lib/levels.ts'

/** The levels that something can lead to or be asked at. */
export const levelOptions = levelKeys.map((key) => ({ value: key, label: levelNames[rankOf(key)] }))
