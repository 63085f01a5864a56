/** A model as `/curated-models` shows it [sdk]. */
export interface CuratedModel {
  id: string
  name: string
  provider: string
  description: string
  category: 'text' | 'image' | 'vision'
  active: boolean
  featured: boolean
  is_new: boolean
  is_private: boolean
  retired: boolean
  max_input_tokens: number
  modalities: string[]
  best_for: string[]
  price_tier: '$' | '$$' | '$$$'
  quality: 'high' | 'medium' | 'low'
  required_tier: '' | 'Starter' | 'Pro'
  speed_tier: 'fast' | 'balanced' | 'slow'
}

const PLAIN: Omit<CuratedModel, 'id' | 'name' | 'description'> = {
  provider: 'sandbox',
  category: 'text',
  active: true,
  featured: false,
  is_new: false,
  is_private: false,
  retired: false,
  max_input_tokens: 128_000,
  modalities: ['text'],
  best_for: ['writing'],
  price_tier: '$',
  quality: 'medium',
  required_tier: '',
  speed_tier: 'balanced',
}

export const DEFAULT_MODEL = 'sandbox/quill'

/** The account of the stand-in is on the lowest tier. */
export const CURATED: readonly CuratedModel[] = [
  {
    ...PLAIN,
    id: DEFAULT_MODEL,
    name: 'Quill',
    description: 'Answers in full sentences, with a list or a table where one helps.',
    featured: true,
  },
  {
    ...PLAIN,
    id: 'sandbox/ponder',
    name: 'Ponder',
    description: 'Thinks before it answers.',
    best_for: ['reasoning'],
    speed_tier: 'slow',
    is_new: true,
  },
  {
    ...PLAIN,
    id: 'sandbox/dart',
    name: 'Dart',
    description: 'Says it in one sentence.',
    speed_tier: 'fast',
    quality: 'low',
  },
  {
    ...PLAIN,
    id: 'sandbox/postcard',
    name: 'Postcard',
    description: 'Has room for very little.',
    // The portal's own harness of some 3,170 tokens counts too [3p].
    max_input_tokens: 3_600,
  },
  {
    ...PLAIN,
    id: 'sandbox/grand',
    name: 'Grand',
    description: 'For the Pro tier only.',
    quality: 'high',
    price_tier: '$$$',
    required_tier: 'Pro',
  },
  {
    ...PLAIN,
    id: 'sandbox/brush',
    name: 'Brush',
    description: 'Paints pictures.',
    category: 'image',
    modalities: ['image'],
  },
  {
    ...PLAIN,
    id: 'sandbox/feather',
    name: 'Feather',
    description: 'The former default; its requests go to the present one.',
    active: false,
    retired: true,
  },
]

/** The long catalogue: most of it cannot be routed to [3p]. */
export const CATALOGUE: readonly string[] = [
  ...CURATED.map(({ id }) => id),
  ...Array.from({ length: 120 }, (_, index) => `warehouse/crate-${index + 1}`),
]

/** Whether a model thinks aloud before it answers. */
export const thinks = (model: CuratedModel) => model.best_for.includes('reasoning')
