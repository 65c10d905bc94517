"""Parts of names that are words as well: alone they tell nobody, and texts need them."""

# The words of this site and of calendars come first: without them no page could be read.
_OURS = """
    amber april august blue board case cost day days field fields grey green issue issues june
    march may month office page price project red risk risks role site state summer week white
    winter year
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
