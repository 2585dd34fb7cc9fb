DROP INDEX `tool_executions_key`;--> statement-breakpoint
CREATE INDEX `tool_executions_user_key` ON `tool_executions` (`user_id`,`api_key_id`,`created_at`,`id`);