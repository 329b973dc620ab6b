'use server'

import { redirect } from 'next/navigation'
import { write } from '#db/client.ts'
import { insistOnLimit } from '#features/account/limit.ts'
import { ensurePerson } from '#features/profile/ensure-person.ts'
import { currentPerson } from '#features/profile/person-queries.ts'
import { roleNow, skillNow } from '#features/taxonomy/taxonomy-queries.ts'
import { formAction, Refusal } from '#lib/action.ts'
import { requestFacts } from '#lib/request.ts'
import { assessmentsOf, draftOf } from './assessment-queries.ts'
import { answerSchema, roleSchema } from './assessment-schema.ts'
import { dropDraft, finishAssessment, keepAnswer } from './assessment-writes.ts'

/** Keeps one answer, and goes on to the next question or to the review. */
export const answerQuestion = formAction(answerSchema, async ({ role: slug, skill: skillSlug, level, after }) => {
  await insistOnLimit('ratingByAddress', (await requestFacts()).address)
  const role = await roleNow(slug)
  // The form may be of a page that was opened before the role or the skill was renamed.
  const now = await skillNow(skillSlug)
  const index = role?.skills.findIndex((skill) => skill.slug === now) ?? -1
  const skill = role?.skills[index]
  if (!role || !skill) throw new Refusal('This role was changed while you were answering. Open its assessment again.')
  const person = await ensurePerson()
  await write((tx) =>
    keepAnswer(tx, { personId: person.id, roleId: role.id, skillId: skill.id, answer: level, at: new Date() }),
  )
  if (after === 'stay') return { status: 'done' }
  const last = index === role.skills.length - 1
  redirect(after === 'review' || last ? `/assess/${role.slug}/review` : `/assess/${role.slug}?q=${index + 2}`)
})

/** Ends the assessment of a role and shows its result. */
export const finish = formAction(roleSchema, async ({ role: slug }) => {
  await insistOnLimit('ratingByAddress', (await requestFacts()).address)
  const [role, person] = [await roleNow(slug), await currentPerson()]
  const id =
    role && person ? await write((tx) => finishAssessment(tx, { personId: person.id, role, at: new Date() })) : null
  if (id) redirect(`/results/${id}`)
  // Sent twice: the first one has ended the assessment already.
  const done = role && person && !(await draftOf(person.id, role.id)) ? await assessmentsOf(person.id, role.id) : []
  if (done[0]) redirect(`/results/${done[0].id}`)
  throw new Refusal('Some skills have no answer yet. Answer those, or choose “Not sure” for them.')
})

/** Throws the answers given so far away, and begins again. */
export const startAgain = formAction(roleSchema, async ({ role: slug }) => {
  const [role, person] = [await roleNow(slug), await currentPerson()]
  if (role && person) await write((tx) => dropDraft(tx, person.id, role.id))
  redirect(`/assess/${role?.slug ?? slug}?q=1`)
})
