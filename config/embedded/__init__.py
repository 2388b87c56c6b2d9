"""The embedded default: PostgreSQL and Valkey as plain processes with their files under var/."""
