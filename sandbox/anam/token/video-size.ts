/** Models of the avatar engine. */
export const AVATAR_MODELS = ['cara-3', 'cara-4', 'cara-4-latest'] as const
export type AvatarModel = (typeof AVATAR_MODELS)[number]

export interface VideoSize {
  width: number
  height: number
}

const CARA_4: VideoSize[] = [
  { width: 1152, height: 768 },
  { width: 768, height: 1152 },
]

const SIZES: Record<AvatarModel, VideoSize[]> = {
  'cara-3': [{ width: 720, height: 480 }],
  'cara-4': CARA_4,
  'cara-4-latest': CARA_4,
}

/** The size a session gets: what was asked for if the model has it, its first one if nothing was. */
export function videoSize(
  model: AvatarModel,
  width: number | undefined,
  height: number | undefined,
): VideoSize | undefined {
  const sizes = SIZES[model]
  if (width === undefined && height === undefined) return sizes[0]
  return sizes.find((size) => size.width === width && size.height === height)
}
