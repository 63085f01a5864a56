CREATE TYPE "public"."session_rating" AS ENUM('good', 'poor');--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "continues" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "rating" "session_rating";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "comment" text;