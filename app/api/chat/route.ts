import { chatRequest, longestChatRequest } from '@/lib/chat/chat-request'
import { sendReply } from '@/lib/chat/send-reply'
import { route } from '@/lib/http/route'

/** Seconds: the longest reply, and its end in the ledger. */
export const maxDuration = 300

export const POST = route({ body: chatRequest, maxBytes: longestChatRequest }, sendReply)
