import { sizeProblem } from './picture-limits.ts'
import type { UploadAnswer } from './upload-answers.ts'

/** How sending a file ended, for whoever chose it. */
export type Sent = { status: 'added'; answer: UploadAnswer } | { status: 'refused'; message: string }

const broken = 'The connection broke before the picture had arrived. Try it again.'

/**
 * Sends one file to the library, in the browser.
 * @param progress gets the part that has left, from 0 to 1
 */
export async function sendPicture(file: File, progress: (part: number) => void): Promise<Sent> {
  const problem = sizeProblem(file.size)
  if (problem) return { status: 'refused', message: problem }
  const form = new FormData()
  form.set('file', file)
  return await new Promise((resolve) => {
    // fetch() cannot tell how much of a body has left.
    const request = new XMLHttpRequest()
    request.open('POST', '/admin/pictures/upload')
    request.setRequestHeader('Accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onerror = () => resolve({ status: 'refused', message: broken })
    request.onload = () => resolve(readAnswer(request.status, request.responseText))
    request.send(form)
  })
}

function readAnswer(status: number, text: string): Sent {
  const answer = parsed(text)
  if (status < 300 && answer && 'picture' in answer) return { status: 'added', answer: answer as UploadAnswer }
  if (answer && 'message' in answer && typeof answer.message === 'string') {
    return { status: 'refused', message: answer.message }
  }
  return {
    status: 'refused',
    message: status === 413 ? 'This file is larger than 10 MB.' : `The site answered ${status}. Try it again.`,
  }
}

// A proxy may answer with a page of its own.
function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' ? value : null
  } catch {
    return null
  }
}
