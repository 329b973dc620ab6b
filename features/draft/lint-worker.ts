import { type LintJob, lintJob } from './lint-job.ts'

// Runs beside the page, so that a long guide is read without holding up a key. One message in, one out, in order.
addEventListener('message', ({ data }: MessageEvent<LintJob>) => postMessage(lintJob(data)))

// A bundle is put together after its first script has run, and what came before this line was heard by nobody.
postMessage('ready')
