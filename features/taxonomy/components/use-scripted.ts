import { useSyncExternalStore } from 'react'

const never = () => () => undefined

/** Whether a script runs on the page: for buttons that could do nothing without one. */
export const useScripted = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
