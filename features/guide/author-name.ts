/** Whether a name is that of several, such as "The Guidepost editors". */
export const isGroup = (name: string): boolean => name.startsWith('The ')

/** A name in the middle of a sentence: "the Guidepost editors". */
export const nameInSentence = (name: string): string => name.replace(/^The /, 'the ')
