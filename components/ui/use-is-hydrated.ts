import { useSyncExternalStore } from 'react'

const never = () => () => {}

/**
 * False in the first HTML, true once React listens. A press before that would be lost, and a form
 * would be sent by the browser with its fields in the address: such buttons wait disabled.
 */
export const useIsHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
