"""The words people use in plans, and what they mean. One table to extend.

Keys are lower case and as a reader sees them, without emphasis, emoji or a final colon.
"""

from __future__ import annotations

# What a phase is called, and how much the word weighs when two series tie.
PHASE_WORDS: dict[str, int] = {
    "phase": 3,
    "stage": 3,
    "milestone": 3,
    "wave": 3,
    "sprint": 2,
    "iteration": 2,
    "epic": 3,
    "part": 2,
    "group": 2,
    "track": 2,
    "slice": 3,
    "workstream": 3,
    "chunk": 2,
    "batch": 2,
    "story": 1,
    "user story": 1,
    "task": 2,
    "step": 2,
    "week": 1,
    "weeks": 1,
    "day": 1,
    "days": 1,
    "month": 1,
    "priority": 1,
    "tier": 1,
    "issue": 0,
    "ticket": 1,
    "阶段": 3,
    "階段": 3,
    "フェーズ": 3,
    "段階": 3,
    "단계": 3,
    "페이즈": 3,
    "任务": 2,
    "任務": 2,
    "タスク": 2,
    "작업": 2,
    "태스크": 2,
    "步骤": 2,
    "步驟": 2,
    "ステップ": 2,
    "里程碑": 3,
    "マイルストーン": 3,
    "마일스톤": 3,
}

# Words that stand right before their number: `M1`, `P19`.
PHASE_LETTERS = "MPWST"

# Status words by meaning. Longer phrases win over the shorter ones in them, and earlier
# states over later ones: "ready for implementation" is looked for before "complete".
STATUS_WORDS: dict[str, tuple[str, ...]] = {
    "planned": (
        "ready to execute", "ready for execution", "ready for implementation",
        "ready to implement", "ready for immediate implementation", "ready to start",
        "ready to begin", "ready for development", "ready for work", "ready for review",
        "ready for approval", "ready for build", "ready to build", "ready for planning",
        "planning complete", "plan complete", "design complete", "spec complete",
        "specification complete", "analysis complete", "research complete", "review complete",
        "not started", "not yet started", "not begun", "never started", "yet to start",
        "to do", "todo", "to-do",
        "not implemented", "not yet implemented", "not yet begun", "unstarted",
        "awaiting approval", "pending approval",
        "pending review", "awaiting review", "under consideration", "under review", "in review",
        "未开始", "未開始", "未着手", "计划中", "計劃中", "規劃中", "计划", "計画", "予定",
        "待办", "待辦", "草案", "草稿", "下書き", "계획", "예정", "대기", "시작 전", "초안",
    ),
    "cancelled": (
        "cancelled", "canceled", "superseded", "abandoned", "rejected", "withdrawn", "obsolete",
        "deprecated", "historical", "archived", "dropped", "won't do", "wont do", "wontfix",
        "replaced", "discarded", "closed as duplicate",
        "duplicate", "retired", "closed unmerged", "no longer needed",
        "已取消", "取消", "已废弃", "作废", "中止", "廃止", "취소", "폐기",
    ),
    "paused": (
        "on hold", "paused", "deferred", "blocked", "postponed", "suspended", "parked",
        "stalled", "waiting", "frozen", "shelved", "on ice",
        "暂停", "暫停", "搁置", "延期", "保留", "一時停止", "중단", "보류", "일시 중지",
    ),
    "in_progress": (
        "in progress", "in-progress", "in_progress", "inprogress", "wip", "work in progress",
        "partially complete", "partially completed", "partially done", "partially implemented",
        "partly complete", "partly done", "mostly complete", "mostly done", "nearly complete",
        "almost complete", "almost done", "incomplete", "not complete", "not done",
        "not finished", "underway", "under way", "ongoing", "started", "active",
        "active development", "executing", "implementing", "in development", "under development",
        "reopened", "testing", "in testing", "doing", "in flight", "remaining", "ready for testing",
        "ready for merge", "ready to merge", "ready for deployment", "ready for release",
        "进行中", "進行中", "实施中", "作業中", "対応中", "実施中", "진행 중", "진행중",
    ),
    "completed": (
        "completed", "complete", "done", "finished", "shipped", "released", "implemented",
        "deployed", "merged", "delivered", "closed", "resolved", "landed", "live",
        "in production", "fully operational",
        "已完成", "完成", "完了", "完了済み", "済み", "완료", "완료됨", "완성",
    ),
    "planned_weak": (
        "planned", "planning", "draft", "proposed", "proposal", "approved", "accepted",
        "pending", "backlog", "open", "new", "queued", "scheduled", "ready", "upcoming",
        "future", "provisional", "implementable", "prepared", "idea", "rfc", "unknown scope",
    ),
}

# Said of the document or of one part, not of the work.
STATUS_ABOUT_PART = ("phase", "task", "step", "milestone", "stage", "wave", "sprint", "week",
                     "part", "阶段", "フェーズ", "단계")
STATUS_ABOUT_DOCUMENT = ("document status", "doc status", "plan status document")

# A sign alone tells the state too.
STATUS_SIGNS: dict[str, str] = {
    "✅": "completed", "☑": "completed", "✔": "completed", "🎉": "completed", "🟢": "in_progress",
    "🚧": "in_progress", "🔄": "in_progress", "🏗": "in_progress", "🟡": "in_progress",
    "⏳": "in_progress", "⏸": "paused", "❌": "cancelled", "🚫": "cancelled",
    "📋": "planned", "📝": "planned", "🔲": "planned", "⬜": "planned",
}

# Header fields: what people call them.
FIELD_WORDS: dict[str, tuple[str, ...]] = {
    "status": ("status", "state", "document status", "plan status", "project status",
               "current status", "overall status", "implementation status",
               "状态", "狀態", "ステータス", "状態", "상태"),
    "created": ("created", "created on", "creation date", "date created", "created at", "date",
                "start date", "started", "start", "plan created", "written",
                "创建", "创建日期", "作成日", "日期", "日付", "생성일", "작성일"),
    "target": ("target completion", "target", "target date", "due", "due date", "deadline",
               "target completion date", "expected completion", "estimated completion",
               "completion target", "end date", "eta", "目标日期", "期限", "目標日", "마감일"),
    "updated": ("last updated", "updated", "last modified", "last update", "modified",
                "last reviewed", "更新日期", "最終更新", "수정일"),
    "completed": ("completed", "completion date", "completed on", "date completed",
                  "completion", "finished"),
    "owner": ("owner", "owners", "plan owner", "assignee", "assigned to", "lead", "author",
              "authors", "responsible", "driver", "dri", "负责人", "負責人", "担当", "担当者",
              "담당자"),
    "adrs": ("related adrs", "related adr", "adrs", "adr", "decisions", "related decisions"),
    "backlog": ("related backlog items", "related backlog item", "backlog items",
                "backlog item", "backlog", "related backlog", "backlog id", "backlog ids"),
    "estimate": ("estimated duration", "estimated time", "estimated effort", "estimate",
                 "time estimate", "duration", "effort", "timeline", "total time",
                 "estimated total", "total effort", "size", "工期", "预计时间", "見積もり",
                 "예상 기간"),
    "depends": ("dependencies", "depends on", "depends_on", "prerequisites", "prerequisite",
                "blocked by", "blocked_by", "requires", "after", "dependency",
                "依赖", "前置条件", "依存関係", "依存", "의존성"),
    "reason": ("reason", "because", "paused because", "cancelled because", "why paused",
               "blocked by reason", "hold reason", "status reason", "原因", "理由", "사유"),
    "goal": ("goal", "objective", "purpose", "aim", "goals", "focus", "target outcome",
             "目标", "目標", "目的", "목표"),
}

# Groups of items inside a phase: what the label or sub-heading above them says.
GROUP_WORDS: dict[str, tuple[str, ...]] = {
    "task": ("tasks", "task", "task list", "todo", "to do", "todos", "steps", "work",
             "work items", "action items", "actions", "implementation tasks", "subtasks",
             "checklist", "implementation steps", "implementation", "key tasks", "plans",
             "tests to create", "任务", "任務", "タスク", "작업", "步骤", "ステップ"),
    "deliverable": ("deliverables", "deliverable", "outputs", "output", "completed deliverables",
                    "key deliverables", "deliverables completed", "artifacts", "产出", "交付物",
                    "成果物", "산출물"),
    "acceptance": ("acceptance criteria", "acceptance", "success criteria", "exit criteria",
                   "definition of done", "done when", "done criteria", "completion criteria",
                   "validation criteria", "verification criteria", "validation",
                   "success metrics", "acceptance tests", "quality gates", "gate", "gates",
                   "checkpoint", "verification", "phase success criteria",
                   "验收标准", "驗收標準", "受け入れ基準", "受入基準", "완료 조건", "인수 조건"),
}

# Sections of a plan: what people call the elements of the outline.
SECTION_WORDS: dict[str, tuple[str, ...]] = {
    "overview": ("overview", "summary", "executive summary", "introduction", "background",
                 "context", "概述", "概要", "개요"),
    "objective": ("business objective", "objective", "objectives", "business objectives",
                  "goal", "goals", "business case", "motivation", "purpose"),
    "summary": ("technical summary", "technical overview", "architecture overview"),
    "problem": ("problem statement", "problem", "the problem"),
    "users": ("target users", "users", "audience", "target audience"),
    "impact": ("expected business impact", "business impact", "expected impact", "impact",
               "value"),
    "metrics": ("success metrics", "metrics", "key metrics", "kpis"),
    "phases": ("phases", "implementation phases", "plan", "implementation plan", "work plan",
               "project phases", "implementation tasks", "阶段", "フェーズ", "단계"),
    "approach": ("technical approach", "approach", "technical design", "implementation approach",
                 "design", "design details"),
    "architecture": ("architecture", "high-level architecture", "system architecture"),
    "technologies": ("technologies", "technology", "tech stack", "technology stack", "stack"),
    "patterns": ("design patterns", "patterns"),
    "database": ("database changes", "database", "schema changes", "data model",
                 "database schema"),
    "testing": ("testing strategy", "testing", "test plan", "test strategy", "testing plan",
                "testing approach", "テスト戦略", "测试策略", "테스트 전략"),
    "unit": ("unit tests", "unit testing", "unit test"),
    "integration": ("integration tests", "integration testing", "integration test"),
    "manual": ("manual testing", "manual tests", "manual test", "manual verification"),
    "user-acceptance": ("user acceptance", "user acceptance testing", "uat"),
    "coverage": ("coverage goals", "coverage", "test coverage", "coverage targets"),
    "devices": ("browser/device matrix", "device matrix", "browser matrix", "test matrix",
                "browser/device testing", "devices"),
    "rollout": ("rollout plan", "rollout", "deployment", "deployment plan", "release plan",
                "rollout strategy", "deployment strategy", "リリース計画", "上线计划"),
    "steps": ("deployment steps", "rollout steps", "release steps", "deployment checklist"),
    "flags": ("feature flags", "feature flag", "feature toggles", "flags"),
    "migration": ("migration strategy", "migration", "migration plan", "data migration"),
    "rollback": ("rollback plan", "rollback", "rollback procedures", "rollback strategy",
                 "rollback procedure"),
    "risks": ("risks & mitigation", "risks and mitigation", "risks and mitigations",
              "risks & mitigations", "risk mitigation", "risks", "risk assessment",
              "risk management", "risk analysis", "risk register", "known risks",
              "identified risks", "technical risks", "风险", "リスク", "리스크", "위험"),
    "criteria": ("success criteria", "acceptance criteria", "definition of done",
                 "overall success criteria", "exit criteria", "done criteria",
                 "completion criteria", "验收标准", "成功基準", "受け入れ基準", "완료 조건"),
    "functional": ("functional requirements", "functional"),
    "nonfunctional": ("non-functional requirements", "nonfunctional requirements",
                      "non functional requirements", "non-functional"),
    "gates": ("quality gates", "quality gate", "gates", "release gates"),
    "progress": ("progress tracking", "progress", "progress tracker", "progress log"),
    "completed-phases": ("completed phases", "phase progress", "phase status",
                         "phase completion", "phases completed"),
    "journals": ("dev journal entries", "dev journals", "journal entries", "journals",
                 "development journal"),
    "references": ("references", "related documents", "related documentation", "resources",
                   "links", "see also", "参考", "参照", "참고"),
    "notes": ("notes & learnings", "notes and learnings", "notes", "learnings",
              "implementation notes"),
    "retrospective": ("retrospective", "post-mortem", "postmortem", "outcomes & retrospective",
                      "outcomes and retrospective", "retro", "ふりかえり", "振り返り", "回顾",
                      "회고"),
    "well": ("what went well", "went well", "what worked"),
    "improve": ("what could improve", "what could be improved", "challenges",
                "what went wrong", "what did not go well"),
    "lessons": ("lessons learned", "lessons", "key learnings"),
    "repeat": ("would repeat", "would repeat?"),
    "metadata": ("status", "metadata", "plan metadata", "document status", "project status",
                 "document information", "plan status", "current status", "info", "header",
                 "状态", "ステータス", "상태"),
}

# Columns of tables, by meaning.
COLUMN_WORDS: dict[str, tuple[str, ...]] = {
    "phase": ("phase", "phase #", "phase name", "phases", "milestone", "stage", "step", "wave",
              "sprint", "week", "阶段", "フェーズ", "단계"),
    "id": ("id", "#", "no", "no.", "nr", "item id", "ticket"),
    "status": ("status", "state", "progress", "状态", "ステータス", "状態", "상태"),
    "risk": ("risk", "risks", "risk description", "description", "concern", "threat", "issue",
             "风险", "リスク", "위험"),
    "likelihood": ("likelihood", "probability", "chance", "prob", "prob.", "可能性", "概率",
                   "発生確率", "확률"),
    "impact": ("impact", "severity", "consequence", "effect", "影响", "影響", "영향"),
    "mitigation": ("mitigation", "mitigations", "mitigation strategy", "mitigation plan",
                   "response", "handling", "how we handle it", "contingency", "countermeasure",
                   "应对", "缓解措施", "対策", "軽減策", "완화", "대응"),
    "plan": ("plan", "plans", "name", "title", "document", "plan name", "file"),
    "title": ("title", "name", "feature", "task", "goal", "description", "focus", "scope",
              "deliverable", "deliverables", "content", "item", "summary"),
    "created": ("start date", "created", "date", "start", "started"),
    "due": ("target", "target completion", "due", "deadline", "target date", "end date"),
    "completed": ("completion", "completed", "completed on", "completion date"),
    "phases": ("phases", "number of phases", "# phases"),
    "owner": ("owner", "assignee", "lead", "author"),
    "journal": ("dev journal", "journal", "journals", "dev journals"),
    "priority": ("priority", "prio"),
    "feature": ("feature", "item", "title", "description", "name"),
    "estimate": ("estimate", "effort", "duration", "size", "time", "estimated duration",
                 "estimated effort", "hours", "timeline"),
    "added": ("added", "date added", "created"),
    "notes": ("notes", "comment", "comments", "remarks"),
    "depends": ("dependencies", "depends on", "dependency", "prerequisites", "blocked by"),
    "flag": ("flag", "feature flag", "name", "key", "toggle"),
    "rollout": ("rollout", "percentage", "rollout percentage", "%", "rollout %", "share"),
    "rollback": ("rollback", "rollback plan", "way back", "off switch"),
}

# A cell, value or list that says "nothing here".
NOTHING = frozenset((
    "", "-", "—", "–", "none", "n/a", "na", "nothing", "no", "tbd", "to be determined", "tba",
    "todo", "?", "...", "…", "none yet", "not applicable", "无", "無", "なし", "없음", "pending",
    "tbd.", "none.",
))

# Ratings of risks, and what they mean.
RATINGS: dict[str, str] = {
    "very low": "low", "low": "low", "minor": "low", "rare": "low", "unlikely": "low",
    "negligible": "low", "minimal": "low", "small": "low", "l": "low", "none": "low",
    "low-medium": "medium", "low/medium": "medium", "low-med": "medium", "med": "medium",
    "medium": "medium", "moderate": "medium", "possible": "medium", "m": "medium",
    "mid": "medium", "mod": "medium", "average": "medium", "medium-low": "medium",
    "medium-high": "high", "medium/high": "high", "med-high": "high", "high": "high",
    "major": "high", "likely": "high", "severe": "high", "significant": "high", "h": "high",
    "very high": "high", "critical": "high", "catastrophic": "high", "almost certain": "high",
    "certain": "high", "very likely": "high", "very unlikely": "low", "p0": "high",
    "p1": "high", "p2": "medium", "p3": "low", "extreme": "high", "serious": "high",
    "低": "low", "中": "medium", "高": "high", "낮음": "low", "중간": "medium", "높음": "high",
}


def _invert(table: dict[str, tuple[str, ...]]) -> dict[str, str]:
    inverted: dict[str, str] = {}
    for meaning, words in table.items():
        for word in words:
            inverted.setdefault(word, meaning)
    return inverted


FIELDS = _invert(FIELD_WORDS)
GROUPS = _invert(GROUP_WORDS)
SECTIONS = _invert(SECTION_WORDS)
