import { isNotNull } from 'drizzle-orm'
import {
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  timestamp,
} from 'drizzle-orm/pg-core'

const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })

/** People, by the id their identity provider gives them, and what they chose to tell about themselves. */
export const users = pgTable(
  'users',
  {
    id: text().primaryKey(),
    isGuest: boolean().notNull(),
    createdAt: moment().notNull().defaultNow(),
    seenAt: moment().notNull().defaultNow(),
    /** What they say about themselves; parsed by its own schema on every read. */
    profile: jsonb().$type<unknown>(),
    /** A preset or a persona of theirs; null: the first preset. No foreign key: it may be deleted. */
    defaultPersonaId: text(),
    /** The account is gone. The row stays until what it used no longer counts, so that deleting is no way around a limit. */
    deletedAt: moment(),
  },
  (table) => [index('users_deleted').on(table.deletedAt).where(isNotNull(table.deletedAt))],
)

/** Personas that people wrote. `content` and `draft` are parsed by their own schemas on every read. */
export const personas = pgTable(
  'personas',
  {
    id: text().primaryKey(),
    ownerId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** As it was saved last; null until it is saved for the first time. */
    content: jsonb().$type<unknown>(),
    /** As somebody is writing it; null when that is what is saved. */
    draft: jsonb().$type<unknown>(),
    /** Grows by one with every save, so that two open editors notice each other. */
    version: integer().notNull().default(0),
    /** Name, tagline, opening lines and language in lower case, for the search. */
    searchText: text().notNull().default(''),
    createdAt: moment().notNull().defaultNow(),
    updatedAt: moment().notNull().defaultNow(),
    /** Taken away, and kept for a while so that it can be brought back. */
    deletedAt: moment(),
  },
  (table) => [index('personas_owner').on(table.ownerId, table.createdAt)],
)

/**
 * reserved: a place is held while the vendor mints. issued: the browser has the token.
 * live: the conversation runs. ended: it is over. failed: no token was ever handed out.
 */
export const sessionStatus = pgEnum('session_status', [
  'reserved',
  'issued',
  'live',
  'ended',
  'failed',
])

/** How a visitor was with a persona. */
export const sessionMedium = pgEnum('session_medium', ['face', 'voice', 'text'])

/** What a visitor thought of a conversation. */
export const sessionRating = pgEnum('session_rating', ['good', 'poor'])

/** The ledger: one row for every conversation asked for. */
export const sessions = pgTable(
  'sessions',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    status: sessionStatus().notNull().default('reserved'),
    vendor: text().notNull(),
    medium: sessionMedium().notNull().default('face'),
    personaId: text().notNull(),
    /** As it was called then: the persona may be renamed or deleted later. */
    personaName: text().notNull(),
    maxSeconds: integer().notNull(),
    createdAt: moment().notNull(),
    issuedAt: moment(),
    liveAt: moment(),
    endedAt: moment(),
    /** When it stops holding a place if nothing more is heard of it. */
    expiresAt: moment().notNull(),
    /** As the browser reported it: verify with the vendor before acting on it. */
    vendorSessionId: text(),
    firstFrameMs: integer(),
    endReason: text(),
    /** When the vendor was last asked to end it. */
    stopAskedAt: moment(),
    /**
     * The last connected session of the conversation that this one carries on, after a lost
     * connection. No foreign key: it may be deleted, which changes nothing here.
     */
    continues: text(),
    /** What it was about: the name of a module of lib/contexts. */
    context: text().notNull().default('default'),
    /** What was sent to the vendor for it, with the prompt. Only its owner may read the prompt. */
    config: jsonb().$type<unknown>(),
    /** SHA-256 of that, so that sessions of the same configuration can be found. */
    configHash: text(),
    rating: sessionRating(),
    /** What the visitor wrote beside the rating. */
    comment: text(),
  },
  (table) => [
    index('sessions_user_created').on(table.userId, table.createdAt),
    index('sessions_user_status').on(table.userId, table.status, table.expiresAt),
    index('sessions_created').on(table.createdAt),
  ],
)

/** streaming: it is being written. done: to its end. failed: the vendor broke off. aborted: nobody waited any more. */
export const replyStatus = pgEnum('reply_status', ['streaming', 'done', 'failed', 'aborted'])

/** One row for every answer that our server streamed from a chat vendor: what chats are limited by. */
export const replies = pgTable(
  'replies',
  {
    id: text().primaryKey(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    vendor: text().notNull(),
    status: replyStatus().notNull().default('streaming'),
    createdAt: moment().notNull(),
    endedAt: moment(),
    /** As the vendor counted them. */
    promptTokens: integer(),
    replyTokens: integer(),
  },
  (table) => [
    index('replies_user_created').on(table.userId, table.createdAt),
    index('replies_created').on(table.createdAt),
    index('replies_session').on(table.sessionId),
  ],
)

export const messageRole = pgEnum('message_role', ['user', 'persona', 'tool'])

/** What was said and done in a session, in order. */
export const messages = pgTable(
  'messages',
  {
    sessionId: text()
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    seq: integer().notNull(),
    role: messageRole().notNull(),
    content: text().notNull(),
    /** Milliseconds since the conversation began. */
    at: integer().notNull(),
    interrupted: boolean().notNull().default(false),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.seq] })],
)
