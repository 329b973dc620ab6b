import type { GuideKind } from '#db/schema/guide.ts'

/** What each kind of guide is called, alone and as the heading of a list, and what people come to it for. */
export const guideKindNames: Record<GuideKind, { one: string; many: string; answers: string }> = {
  'role-skills': {
    one: 'Role skills',
    many: 'Skills for a role',
    answers: 'Which skills a job needs, and how to show them',
  },
  'job-description': {
    one: 'Job description',
    many: 'Job descriptions',
    answers: 'What a job is, day by day, and what employers ask for',
  },
  skill: {
    one: 'Skill',
    many: 'One skill at a time',
    answers: 'What a skill looks like at each level, and how to get better',
  },
  'how-to': {
    one: 'How-to',
    many: 'How-to guides',
    answers: 'Numbered steps, each with a result that you can see',
  },
  comparison: {
    one: 'Comparison',
    many: 'Comparisons',
    answers: 'Two jobs side by side, and how to try both',
  },
  career: { one: 'Career', many: 'Careers', answers: 'What a working life in a job is like' },
}
