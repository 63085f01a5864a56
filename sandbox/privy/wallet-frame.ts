/**
 * The frame that PrivyProvider always mounts, wallets or not. It asks `privy:iframe:ready` until it
 * is answered; everything else about wallets is refused.
 */
export const walletFrame = `<!doctype html><meta charset="utf-8"><title>Wallets are off</title><script>
addEventListener('message', ({ data, source, origin }) => {
  if (!data || typeof data.event !== 'string' || !data.event.startsWith('privy:')) return
  const answer = { id: data.id, event: data.event }
  if (data.event === 'privy:iframe:ready') answer.data = {}
  else answer.error = { type: 'unsupported', message: 'Wallets are off in the sandbox' }
  source.postMessage(answer, origin)
})
</script>`
