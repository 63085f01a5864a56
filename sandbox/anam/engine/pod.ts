/** The path of the one engine here. As in production it is part of `engineHost`. */
export const POD = '/v1/webrtc/engines/anam-engine-local'
export const SIGNALLING_PATH = `${POD}/ws`
export const TALK_PATH = `${POD}/talk`
