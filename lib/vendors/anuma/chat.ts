'use client'

import { proxySource } from '@/lib/chat/proxy-source'

/** A chat with Anuma through our server, which pays. */
export const anumaChat = proxySource({ vendor: 'anuma' })
