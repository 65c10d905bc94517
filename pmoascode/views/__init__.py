"""Views: one file a question; rows and figures without any markup."""
