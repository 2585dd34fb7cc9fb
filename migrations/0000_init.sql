CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`key_hash` text NOT NULL,
	`hint` text NOT NULL,
	`policy` text NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE INDEX `api_keys_user` ON `api_keys` (`user_id`,`revoked_at`);--> statement-breakpoint
CREATE TABLE `connection_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`display_code` text NOT NULL,
	`user_id` text NOT NULL,
	`integration` text NOT NULL,
	`connection_id` integer,
	`status` text NOT NULL,
	`flow_type` text NOT NULL,
	`api_key_id` text,
	`state_hash` text,
	`browser_hash` text,
	`sealed_verifier` text,
	`error_message` text,
	`expires_at` integer NOT NULL,
	`completed_at` integer,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `connection_sessions_token_hash_unique` ON `connection_sessions` (`token_hash`);--> statement-breakpoint
CREATE UNIQUE INDEX `connection_sessions_state_hash_unique` ON `connection_sessions` (`state_hash`);--> statement-breakpoint
CREATE INDEX `connection_sessions_expiry` ON `connection_sessions` (`expires_at`);--> statement-breakpoint
CREATE INDEX `connection_sessions_user` ON `connection_sessions` (`user_id`,`integration`,`status`);--> statement-breakpoint
CREATE TABLE `hermes_bootstrap_sessions` (
	`id_hash` text PRIMARY KEY NOT NULL,
	`agent_family` text NOT NULL,
	`agent_version` text,
	`client_label` text,
	`hostname` text,
	`platform` text,
	`status` text NOT NULL,
	`user_id` text,
	`api_key_id` text,
	`sealed_key` text,
	`expires_at` integer NOT NULL,
	`approved_at` integer,
	`consumed_at` integer,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `hermes_bootstrap_sessions_expiry` ON `hermes_bootstrap_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `oauth_clients` (
	`client` text PRIMARY KEY NOT NULL,
	`client_id` text NOT NULL,
	`sealed_secret` text NOT NULL,
	`updated_by` text,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pairing_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`verifier_hash` text NOT NULL,
	`display_code` text NOT NULL,
	`device_label` text NOT NULL,
	`user_id` text,
	`approved_user_hint` text,
	`status` text NOT NULL,
	`api_key_id` text,
	`expires_at` integer NOT NULL,
	`approved_at` integer,
	`paired_at` integer,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pairing_sessions_token_hash_unique` ON `pairing_sessions` (`token_hash`);--> statement-breakpoint
CREATE INDEX `pairing_sessions_expiry` ON `pairing_sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `accounts` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `accounts_user` ON `accounts` (`user_id`);--> statement-breakpoint
CREATE INDEX `accounts_identity` ON `accounts` (`provider_id`,`account_id`);--> statement-breakpoint
CREATE TABLE `rate_limits` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`count` integer NOT NULL,
	`last_request` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rate_limits_key_unique` ON `rate_limits` (`key`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_token_unique` ON `sessions` (`token`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `verifications` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verifications_identifier` ON `verifications` (`identifier`);--> statement-breakpoint
CREATE INDEX `verifications_expiry` ON `verifications` (`expires_at`);--> statement-breakpoint
CREATE TABLE `tool_executions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`api_key_id` text,
	`device` text,
	`integration` text,
	`action` text NOT NULL,
	`connection_id` integer,
	`mode` text NOT NULL,
	`effect` text,
	`status` text NOT NULL,
	`error_type` text,
	`error_code` text,
	`error_message` text,
	`attempts` integer DEFAULT 0 NOT NULL,
	`paced_ms` integer DEFAULT 0 NOT NULL,
	`latency_ms` integer,
	`provider_request_id` text,
	`input` text,
	`output` text,
	`created_at` integer NOT NULL,
	`finished_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `tool_executions_user` ON `tool_executions` (`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `tool_executions_user_app` ON `tool_executions` (`user_id`,`integration`,`created_at`);--> statement-breakpoint
CREATE INDEX `tool_executions_user_status` ON `tool_executions` (`user_id`,`status`,`created_at`);--> statement-breakpoint
CREATE INDEX `tool_executions_age` ON `tool_executions` (`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `user_integrations` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`user_id` text NOT NULL,
	`integration` text NOT NULL,
	`connection_label` text,
	`account_label` text,
	`external_account_id` text,
	`provider_metadata` text DEFAULT '{}' NOT NULL,
	`is_default` integer DEFAULT false NOT NULL,
	`flow_type` text NOT NULL,
	`auth_state` text DEFAULT 'healthy' NOT NULL,
	`auth_error` text,
	`scopes` text DEFAULT '[]' NOT NULL,
	`credential_version` integer DEFAULT 0 NOT NULL,
	`credential_expires_at` integer,
	`last_used_at` integer,
	`last_success_at` integer,
	`last_error_at` integer,
	`last_error` text,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_integrations_default` ON `user_integrations` (`user_id`,`integration`) WHERE "user_integrations"."is_default" = 1;--> statement-breakpoint
CREATE UNIQUE INDEX `user_integrations_account` ON `user_integrations` (`user_id`,`integration`,`external_account_id`) WHERE "user_integrations"."external_account_id" is not null;--> statement-breakpoint
CREATE INDEX `user_integrations_user` ON `user_integrations` (`user_id`,`integration`);--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`role` text DEFAULT 'user' NOT NULL,
	`created_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL,
	`updated_at` integer DEFAULT (unixepoch('subsec') * 1000) NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_unique` ON `users` (`email`);