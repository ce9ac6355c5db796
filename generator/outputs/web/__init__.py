"""What pages share: forms of blocks on a screen, annotations, addresses, the policy, the archive's own texts."""
