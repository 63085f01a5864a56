import type { MetadataRoute } from 'next'

/** Search engines get the landing page; everything else belongs to somebody. */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: '*',
      allow: '/$',
      disallow: ['/api/', '/talk', '/personas', '/account', '/sign-in'],
    },
  }
}
