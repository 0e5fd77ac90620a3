"""What a brand would come to, before it is used: an own Word template tried out, and a preview."""
