ALTER TYPE "public"."message_role" ADD VALUE 'tool';--> statement-breakpoint
ALTER TABLE "personas" ALTER COLUMN "version" SET DEFAULT 0;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "content" jsonb;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "draft" jsonb;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "search_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "personas" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "context" text DEFAULT 'default' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "config" jsonb;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "config_hash" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "profile" jsonb;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "default_persona_id" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "personas" DROP COLUMN "config";