"""What the law says about section 75 arrangements, for rules and review items to share.

Each value names its source. "The Regulations" are the NHS Bodies and Local Authorities Partnership Arrangements
Regulations 2000 (SI 2000/617).
"""
