import { build } from './build.mjs'
import { install, pickNode } from './install.mjs'
import { stop } from './run.mjs'

// `npm run build`: what `npm start` would build, without starting it.
try {
  await install()
  await build(pickNode())
} catch (error) {
  stop(error)
}
