/** How often an open editor says that it is there, in milliseconds. */
export const presenceEvery = 8_000
