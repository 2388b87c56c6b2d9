"""An append-only log for each partner: every act and every look at contents."""
