/*
 * Words that a column may hold and a page may offer. They stand apart from the tables, so that a browser which checks what
 * an editor writes gets the words and not the database's library.
 */

export const guideKinds = ['role-skills', 'job-description', 'skill', 'how-to', 'comparison', 'career'] as const
export type GuideKind = (typeof guideKinds)[number]

export const skillKinds = ['technical', 'soft'] as const
export type SkillKind = (typeof skillKinds)[number]

export const questionKinds = ['technical', 'behavioural'] as const
export type QuestionKind = (typeof questionKinds)[number]

export const weights = ['must', 'nice'] as const
export type Weight = (typeof weights)[number]

export const referenceKinds = ['skill', 'question', 'guide', 'role', 'author', 'picture'] as const
export type ReferenceKind = (typeof referenceKinds)[number]

export const searchKinds = ['guide', 'skill', 'role', 'question'] as const
export type SearchKind = (typeof searchKinds)[number]
