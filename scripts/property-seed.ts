import fc from 'fast-check'

// The same cases at each run, so that a change is not held up by what it did not touch. To go looking for new ones:
// `PROPERTY_SEED=$RANDOM npx vitest run <file>`; what it finds becomes a test of its own.
fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20_261_125) })
