import { z } from 'zod'

// Only what is read of Anam's answers. Anything else may change without breaking us.

const optionalText = z.string().nullish()
const displayTags = z.array(z.string()).nullish()

export const mintedToken = z.object({ sessionToken: z.string().min(1) })

/** A face. `landscapeImageUrl` is cropped exactly as the engine frames its video. */
export const avatar = z.object({
  id: z.string(),
  displayName: z.string(),
  /** Which of several looks of the same person. */
  variantName: optionalText,
  description: optionalText,
  imageUrl: optionalText,
  landscapeImageUrl: optionalText,
  /** Null for the stock avatars, which every account has. */
  createdByOrganizationId: optionalText,
  availableVersions: z.array(z.string()).nullish(),
  activeVersion: optionalText,
  displayTags,
})

export const voice = z.object({
  id: z.string(),
  displayName: z.string(),
  provider: optionalText,
  gender: optionalText,
  /** ISO 3166-1 alpha-2: the accent. */
  country: optionalText,
  description: optionalText,
  sampleUrl: optionalText,
  /** The same, as older answers name it. */
  previewSampleUrl: optionalText,
  displayTags,
})

export const llm = z.object({
  id: z.string(),
  displayName: z.string(),
  description: optionalText,
  isDefault: z.boolean().nullish(),
})

/** A conversation as Anam records it; without `endTime` it still runs. */
export const vendorSession = z.object({
  id: z.string(),
  clientLabel: optionalText,
  endTime: optionalText,
})

/** Advisory: Anam counts for certain only when a session begins. */
export const concurrency = z.object({
  canStartSession: z.boolean(),
  /** 0 where a place is expected at once; null where nothing is known. */
  estimatedWaitSeconds: z
    .number()
    .nullish()
    .transform((value) => Math.ceil(value ?? 0) || undefined),
})

/** One page of a list. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    data: z.array(item),
    meta: z.object({ lastPage: z.number().nullish() }).nullish(),
  })

export type Avatar = z.infer<typeof avatar>
export type Voice = z.infer<typeof voice>
export type Llm = z.infer<typeof llm>
export type VendorSession = z.infer<typeof vendorSession>
