CREATE TABLE `usage_rollups` (
	`user_id` text NOT NULL,
	`grain` text NOT NULL,
	`starts_at` integer NOT NULL,
	`read_at` integer NOT NULL,
	`counts` text NOT NULL,
	`latencies` text NOT NULL,
	PRIMARY KEY(`user_id`, `grain`, `starts_at`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `usage_rollups_age` ON `usage_rollups` (`grain`,`starts_at`);--> statement-breakpoint
CREATE TABLE `usage_rollups_everybody` (
	`grain` text NOT NULL,
	`starts_at` integer NOT NULL,
	`read_at` integer NOT NULL,
	`counts` text NOT NULL,
	`latencies` text NOT NULL,
	PRIMARY KEY(`grain`, `starts_at`)
);
--> statement-breakpoint
CREATE TABLE `usage_stale_hours` (
	`user_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`marked_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `starts_at`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `usage_stale_hours_start` ON `usage_stale_hours` (`starts_at`);--> statement-breakpoint
DROP INDEX `tool_executions_user_status`;--> statement-breakpoint
DROP INDEX `tool_executions_user_app`;--> statement-breakpoint
CREATE INDEX `tool_executions_user_action` ON `tool_executions` (`user_id`,`action`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tool_executions_user_trouble` ON `tool_executions` (`user_id`,`status`,`created_at`,`id`) WHERE "tool_executions"."status" <> 'succeeded';--> statement-breakpoint
CREATE INDEX `tool_executions_key` ON `tool_executions` (`api_key_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tool_executions_app` ON `tool_executions` (`integration`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tool_executions_trouble` ON `tool_executions` (`status`,`created_at`,`id`) WHERE "tool_executions"."status" <> 'succeeded';--> statement-breakpoint
CREATE INDEX `tool_executions_user_app` ON `tool_executions` (`user_id`,`integration`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `user_integrations_expiry` ON `user_integrations` (`credential_expires_at`);--> statement-breakpoint
INSERT INTO `usage_stale_hours` SELECT DISTINCT `user_id`, `created_at` - `created_at` % 3600000, 0 FROM `tool_executions` WHERE true ON CONFLICT DO NOTHING;--> statement-breakpoint
-- The workers before this one mark nothing; they may go on for a while.
WITH RECURSIVE `hours`(`n`) AS (SELECT 0 UNION ALL SELECT `n` + 1 FROM `hours` WHERE `n` < 3)
INSERT INTO `usage_stale_hours` SELECT `users`.`id`, (unixepoch() / 3600 + `hours`.`n`) * 3600000, 0 FROM `users`, `hours` WHERE true ON CONFLICT DO NOTHING;
