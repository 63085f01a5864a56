import { createRequire } from 'node:module'

/** WebRTC for Node. A CommonJS package whose names ES modules cannot see, hence `require`. */
export const webrtc: typeof import('@roamhq/wrtc') = createRequire(import.meta.url)('@roamhq/wrtc')
