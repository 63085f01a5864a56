/** What the browser says of the microphone's permission; only a hint, and some say nothing. */
export type MicrophonePermission = PermissionState | 'unknown'

/**
 * Calls with the permission, now and whenever the visitor changes it in the browser, until the
 * returned function is called.
 */
export function watchMicrophonePermission(
  onPermission: (permission: MicrophonePermission) => void,
): () => void {
  const watching = new AbortController()
  const { signal } = watching
  void navigator.permissions?.query({ name: 'microphone' }).then(
    (status) => {
      if (signal.aborted) return
      onPermission(status.state)
      status.addEventListener('change', () => onPermission(status.state), { signal })
    },
    // Browsers that do not know the name reject it.
    () => {},
  )
  return () => watching.abort()
}
