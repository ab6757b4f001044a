"""Bodies, days and schemes of the whole country, which an agreement names without defining them."""

from __future__ import annotations

NAMES_OF_BODIES = frozenset({
    "Christmas Day", "Boxing Day", "Good Friday", "Easter Monday", "United Kingdom", "Great Britain",
    "Parliamentary and Health Service Ombudsman", "Local Government Ombudsman",
    "Local Government and Social Care Ombudsman", "Care Quality Commission", "Information Commissioner",
    "Secretary of State", "Secretary of State for Health and Social Care", "Court of Protection", "High Court",
    "NHS Litigation Authority", "NHS Resolution", "NHS England", "NHS Commissioning Board",
    "National Health Service Commissioning Board", "NHS Trust Development Authority", "NHS Counter Fraud Authority",
    "NHS Improvement", "NHS Digital", "Independent Safeguarding Authority", "Disclosure and Barring Service",
    "Criminal Records Bureau", "Social Work England", "General Social Care Council",
    "Health and Care Professions Council", "Nursing and Midwifery Council", "General Medical Council",
    "National Health Service", "National Health Service in England", "Local Government Pension Scheme",
    "NHS Pension Scheme", "Patient Safety Incident Response Framework",
    "National Institute for Health and Care Excellence",
    "Mental Health Tribunal", "First-tier Tribunal", "Official Receiver", "Land Registry", "Companies House",
    "Health and Safety Executive", "UK Health Security Agency", "Cabinet Office", "HM Revenue and Customs",
})  # fmt: skip
"""Names whole; a name that stands in a longer one is looked for part by part."""
