"""Parts of names that are words as well: alone they tell nobody, and texts need them."""

# The words of this site and of calendars come first: without them no page could be read. Whoever
# enters a board or an authority among the people has them in its name.
_OURS = """
    actions alignment amber analyses approvals april assets assignments assumptions atom
    attention august authority benefit benefits blue board boards budget business calendar
    capacity careers case change changes chart committee cost covers css csv data day days
    decision decisions delegations deliverables delivery department dependencies director
    directors end exceptions feeds field fields finance findings gate gates governance green
    grey group health history ics improvements index infrastructure issue issues json june kpis
    lead lessons lines management manager managers mandate march may meetings milestone
    milestones money month objectives office offices organisation owner owners page people
    person pid pipeline plan plans pmo portfolio portfolios price priority programme programmes
    project projects quality raci red reference register registers report reporting reports
    requests requirements responsibilities reviews risk risks roadmap role roles rules schedule
    schema scope scorecard service services site skills sponsor sponsors stakeholders standards
    state status steering summer support team teams unit units week white winter year
"""
_ENGLISH = """
    abbot archer art autumn baker banks barber bell best bill bird bishop black blood bond bridge
    bridges brook brooks brown bush butcher butler carpenter carter case cash chance chase church
    clay cook cooper cross dale dawn dean drake drew early east eve faith farmer fish fisher flint
    flood ford forest forester frank frost gale gardener glass gold good grace grant gray grove
    hall hand hardy heath hill hills holly holmes hood hope hunt hunter iris ivy jack jade joy
    judge key keys king knight lake lamb lane law light lily little long love major mark marks
    marsh marshall mason meadow merry mill miller mills moody moon moor moore north park parks
    patience pearl penny pepper pike pond pool poole pope porter potter power powers pride prince
    quick rain reed reeves rice rich rivers rob rock rook rose ruby rush sage sharp shepherd short
    silver small smart snow south speed spring star steel sterling stone stones street strong swan
    swift taylor temple tower underwood violet wall walls ward warden waters weaver webb wells west
    wheeler will wills wise wolf wood woods wright young
"""
_PARTICLES = """
    abu ap bin bint da das de dei del della den der des di do dos du el ibn la las le les lo los
    mac mc san santa st ten ter van von y zu zum zur
"""
ORDINARY = frozenset(f"{_OURS} {_ENGLISH} {_PARTICLES}".split())
