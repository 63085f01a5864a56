/**
 * Runs in the page before anything else: counts every live track that came from a microphone, also
 * clones. The answer is at `liveMicrophones`.
 */
export const watchMicrophones = `(() => {
  const tracks = new Set()
  const media = navigator.mediaDevices
  if (!media) return
  const open = media.getUserMedia.bind(media)
  media.getUserMedia = async (constraints) => {
    const stream = await open(constraints)
    for (const track of stream.getTracks()) tracks.add(track)
    return stream
  }
  const cloneTrack = MediaStreamTrack.prototype.clone
  MediaStreamTrack.prototype.clone = function () {
    const copy = cloneTrack.call(this)
    if (tracks.has(this)) tracks.add(copy)
    return copy
  }
  const cloneStream = MediaStream.prototype.clone
  MediaStream.prototype.clone = function () {
    const copy = cloneStream.call(this)
    if (this.getTracks().some((track) => tracks.has(track))) {
      for (const track of copy.getTracks()) tracks.add(track)
    }
    return copy
  }
  globalThis.liveMicrophones = () => [...tracks].filter((track) => track.readyState === 'live')
})()`
