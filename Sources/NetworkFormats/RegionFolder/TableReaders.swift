import LearningRegion

/// The readers of all tables but the ties.
extension RegionReading {
  func readActors(_ source: SourceText) {
    let schema = TableSchema.actors
    let c = schema.index
    let (id, label, type, sphere) = (c("id"), c("label"), c("type"), c("sphere"))
    let (parent, level, inside) = (c("parent"), c("level"), c("inside"))
    let (employees, rdStaff) = (c("employees"), c("rd_staff"))
    let (share, lat, lon) = (c("higher_education_share"), c("lat"), c("lon"))
    let (language, needs, offers) = (c("language"), c("needs"), c("offers"))
    let (practices, waves) = (c("practices"), c("waves"))
    readRows(source, schema, attributes: \.actors.attributes) { cursor in
      var actor = Actor(id: cursor.required(id))
      actor.label = cursor.text(label)
      actor.type = cursor.text(type)
      actor.sphere = (cursor.choice(sphere) as Sphere?)?.rawValue
      actor.parent = cursor.text(parent)
      actor.level = cursor.text(level)
      actor.inside = cursor.flag(inside)
      actor.employees = cursor.number(employees)
      actor.rdStaff = cursor.number(rdStaff)
      actor.higherEducationShare = cursor.number(share)
      actor.latitude = cursor.number(lat)
      actor.longitude = cursor.number(lon)
      actor.language = cursor.text(language)
      actor.needs = cursor.list(needs)
      actor.offers = cursor.list(offers)
      actor.practices = cursor.list(practices)
      actor.waves = cursor.list(waves)
      actor.waves.forEach(mentionWave)
      draft.actors.append(actor)
    }
  }

  func readArenas(_ source: SourceText) {
    let schema = TableSchema.arenas
    let c = schema.index
    readRows(source, schema, attributes: \.arenas.attributes) { cursor in
      var arena = Arena(id: cursor.required(c("id")))
      arena.label = cursor.text(c("label"))
      arena.organisation = cursor.choice(c("organisation"))
      arena.stage = cursor.choice(c("stage"))
      arena.space = cursor.choice(c("space"))
      arena.start = cursor.day(c("start"))
      arena.end = cursor.day(c("end"))
      draft.arenas.rows.append(arena)
    }
  }

  func readParticipation(_ source: SourceText) {
    let schema = TableSchema.participation
    let c = schema.index
    let (actor, arena, date) = (c("actor"), c("arena"), c("date"))
    let (role, turns) = (c("role"), c("turns"))
    readRows(source, schema, attributes: \.participation.attributes) { cursor in
      var entry = Participation(actor: cursor.required(actor), arena: cursor.required(arena))
      entry.date = cursor.day(date)
      entry.role = cursor.text(role)
      entry.turns = cursor.integer(turns)
      mention(entry.actor)
      draft.participation.rows.append(entry)
    }
  }

  func readJointActions(_ source: SourceText) {
    let schema = TableSchema.jointActions
    let c = schema.index
    readRows(source, schema, attributes: \.jointActions.attributes) { cursor in
      var action = JointAction(id: cursor.required(c("id")))
      action.date = cursor.day(c("date"))
      action.label = cursor.text(c("label"))
      action.outcome = cursor.choice(c("outcome"))
      action.breachedBy = cursor.list(c("breached_by"))
      action.participants = cursor.list(c("participants"))
      action.arena = cursor.text(c("arena"))
      action.participants.forEach(mention)
      action.breachedBy.forEach(mention)
      draft.jointActions.rows.append(action)
    }
  }

  func readFlows(_ source: SourceText) {
    let schema = TableSchema.flows
    let c = schema.index
    readRows(source, schema, attributes: \.flows.attributes) { cursor in
      var flow = KnowledgeFlow(
        source: cursor.required(c("source")),
        target: cursor.required(c("target"))
      )
      flow.topic = cursor.text(c("topic"))
      flow.task = cursor.choice(c("task"))
      flow.setting = cursor.choice(c("setting"))
      flow.unit = cursor.choice(c("unit"))
      flow.mode = cursor.choice(c("mode"))
      flow.amount = cursor.number(c("amount"))
      flow.amountUnit = cursor.text(c("amount_unit"))
      flow.date = cursor.day(c("date"))
      mention(flow.source)
      mention(flow.target)
      draft.flows.rows.append(flow)
    }
  }

  func readInnovations(_ source: SourceText) {
    let schema = TableSchema.innovations
    let c = schema.index
    readRows(source, schema, attributes: \.innovations.attributes) { cursor in
      var innovation = Innovation(id: cursor.required(c("id")))
      innovation.label = cursor.text(c("label"))
      innovation.actor = cursor.text(c("actor"))
      innovation.date = cursor.day(c("date"))
      innovation.kind = cursor.choice(c("kind"))
      innovation.status = cursor.choice(c("status"))
      innovation.sources = cursor.list(c("sources"))
      if let actor = innovation.actor { mention(actor) }
      draft.innovations.rows.append(innovation)
    }
  }

  func readAdoptions(_ source: SourceText) {
    let schema = TableSchema.adoptions
    let c = schema.index
    readRows(source, schema, attributes: \.adoptions.attributes) { cursor in
      var adoption = Adoption(
        actor: cursor.required(c("actor")),
        practice: cursor.required(c("practice"))
      )
      adoption.date = cursor.day(c("date"))
      adoption.source = cursor.text(c("source")).map(AdoptionSource.init)
      mention(adoption.actor)
      if case .actor(let id) = adoption.source { mention(id) }
      draft.adoptions.rows.append(adoption)
    }
  }

  func readProgrammes(_ source: SourceText) {
    let schema = TableSchema.programmes
    let c = schema.index
    readRows(source, schema, attributes: \.programmes.attributes) { cursor in
      var programme = Programme(id: cursor.required(c("id")))
      programme.label = cursor.text(c("label"))
      programme.type = cursor.choice(c("type"))
      programme.start = cursor.day(c("start"))
      programme.end = cursor.day(c("end"))
      programme.participants = cursor.list(c("participants"))
      programme.participants.forEach(mention)
      draft.programmes.rows.append(programme)
    }
  }

  func readFunnel(_ source: SourceText) {
    let schema = TableSchema.funnel
    let c = schema.index
    readRows(source, schema, attributes: \.funnel.attributes) { cursor in
      let programme = cursor.required(c("programme"))
      let stage = cursor.required(c("stage"))
      if cursor.text(c("order")) == nil { cursor.reportMissing(c("order")) }
      // A bad order was reported; its row stands where no other can, so that it repeats none.
      let order = cursor.integer(c("order")) ?? Int.max - draft.funnel.rows.count
      draft.funnel.rows.append(
        FunnelStep(
          programme: programme,
          stage: stage,
          order: order,
          count: cursor.integer(c("count"))
        )
      )
    }
  }

  func readAssessments(_ source: SourceText) {
    let schema = TableSchema.assessments
    let c = schema.index
    readRows(source, schema, attributes: \.assessments.attributes) { cursor in
      var assessment = Assessment(
        actor: cursor.required(c("actor")),
        category: cursor.required(c("category")),
        score: cursor.number(c("score"))
      )
      assessment.date = cursor.day(c("date"))
      mention(assessment.actor)
      draft.assessments.rows.append(assessment)
    }
  }

  func readProbes(_ source: SourceText) {
    let schema = TableSchema.probes
    let c = schema.index
    readRows(source, schema, attributes: \.probes.attributes) { cursor in
      var probe = Probe(id: cursor.required(c("id")))
      probe.actor = cursor.text(c("actor"))
      probe.date = cursor.day(c("date"))
      probe.label = cursor.text(c("label"))
      probe.outcome = cursor.choice(c("outcome"))
      if let actor = probe.actor { mention(actor) }
      draft.probes.rows.append(probe)
    }
  }

  func readRatings(_ source: SourceText) {
    let schema = TableSchema.ratings
    let c = schema.index
    let (rater, ratee, dimension) = (c("rater"), c("ratee"), c("dimension"))
    let (score, wave) = (c("score"), c("wave"))
    readRows(source, schema, attributes: \.ratings.attributes) { cursor in
      var rating = Rating(
        rater: cursor.required(rater),
        ratee: cursor.required(ratee),
        dimension: cursor.required(dimension),
        score: cursor.number(score)
      )
      rating.wave = cursor.text(wave)
      if let name = rating.wave { mentionWave(name) }
      mention(rating.rater)
      mention(rating.ratee)
      draft.ratings.rows.append(rating)
    }
  }

  /// An empty cell of `answered` means asked without an answer; without that column the file is a
  /// list of those who answered.
  func readRoster(_ source: SourceText) {
    let schema = TableSchema.roster
    let c = schema.index
    readRows(source, schema, attributes: \.roster.attributes) { cursor in
      let hasAnswers = cursor.heading.places[c("answered")] >= 0
      if !hasAnswers {
        builder.assume(source.name, .columns, "everybody in it answered: no column \"answered\"")
      }
      var entry = RosterEntry(
        respondent: cursor.required(c("respondent")),
        answered: cursor.flag(c("answered")) ?? !hasAnswers
      )
      entry.relation = cursor.text(c("relation"))
      entry.wave = cursor.text(c("wave"))
      mention(entry.respondent)
      if let wave = entry.wave { mentionWave(wave) }
      draft.roster.rows.append(entry)
    }
  }
}
