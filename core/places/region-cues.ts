/**
 * Telephone area codes of North America and words that only one country's papers use.
 */
const codes: readonly (readonly [string, string])[] = [
  ['US.AL', '205 251 256 334 659 938'],
  ['US.AK', '907'],
  ['US.AZ', '480 520 602 623 928'],
  ['US.AR', '479 501 870'],
  [
    'US.CA',
    '209 213 279 310 323 341 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 747 760 805 818 820 831 840 858 909 916 925 949 951',
  ],
  ['US.CO', '303 719 720 970 983'],
  ['US.CT', '203 475 860 959'],
  ['US.DE', '302'],
  ['US.DC', '202'],
  ['US.FL', '239 305 321 352 386 407 448 561 656 689 727 754 772 786 813 850 863 904 941 954'],
  ['US.GA', '229 404 470 478 678 706 762 770 912 943'],
  ['US.HI', '808'],
  ['US.ID', '208 986'],
  ['US.IL', '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 872'],
  ['US.IN', '219 260 317 463 574 765 812 930'],
  ['US.IA', '319 515 563 641 712'],
  ['US.KS', '316 620 785 913'],
  ['US.KY', '270 364 502 606 859'],
  ['US.LA', '225 318 337 504 985'],
  ['US.ME', '207'],
  ['US.MD', '240 301 410 443 667'],
  ['US.MA', '339 351 413 508 617 774 781 857 978'],
  ['US.MI', '231 248 269 313 517 586 616 734 810 906 947 989'],
  ['US.MN', '218 320 507 612 651 763 952'],
  ['US.MS', '228 601 662 769'],
  ['US.MO', '314 417 557 573 636 660 816 975'],
  ['US.MT', '406'],
  ['US.NE', '308 402 531'],
  ['US.NV', '702 725 775'],
  ['US.NH', '603'],
  ['US.NJ', '201 551 609 640 732 848 856 862 908 973'],
  ['US.NM', '505 575'],
  ['US.NY', '212 315 332 347 516 518 585 607 631 646 680 716 718 838 845 914 917 929 934'],
  ['US.NC', '252 336 704 743 828 910 919 980 984'],
  ['US.ND', '701'],
  ['US.OH', '216 220 234 326 330 380 419 440 513 567 614 740 937'],
  ['US.OK', '405 539 572 580 918'],
  ['US.OR', '458 503 541 971'],
  ['US.PA', '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'],
  ['US.RI', '401'],
  ['US.SC', '803 839 843 854 864'],
  ['US.SD', '605'],
  ['US.TN', '423 615 629 731 865 901 931'],
  [
    'US.TX',
    '210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979',
  ],
  ['US.UT', '385 435 801'],
  ['US.VT', '802'],
  ['US.VA', '276 434 540 571 703 757 804 826 948'],
  ['US.WA', '206 253 360 425 509 564'],
  ['US.WV', '304 681'],
  ['US.WI', '262 274 414 534 608 715 920'],
  ['US.WY', '307'],
  ['CA.01', '403 587 780 825'],
  ['CA.02', '236 250 604 672 778'],
  ['CA.03', '204 431'],
  ['CA.04', '506'],
  ['CA.05', '709'],
  ['CA.07', '902'],
  ['CA.08', '226 249 289 343 365 416 437 519 548 613 647 705 807 905'],
  ['CA.10', '367 418 438 450 514 579 581 819 873'],
  ['CA.11', '306 639'],
]

/** "318" -> "US.LA" */
export const areaOfCode = (code: string): string | undefined => {
  areaCodes ??= new Map(codes.flatMap(([area, list]) => list.split(' ').map(each => [each, area] as const)))
  return areaCodes.get(code)
}
let areaCodes: ReadonlyMap<string, string> | null = null // made where the first telephone number stands

const words: readonly (readonly [string, string])[] = [
  [
    'US',
    'Sheriff sheriff Sheriffs Commissioners commissioners freshman sophomore varsity counties precinct alderman aldermen selectman selectmen felony misdemeanor arraigned interstate downtown center neighborhood color program labor mayoral Superintendent superintendent ZIP gubernatorial Republican Democrat GOP Medicaid Thanksgiving Realtors',
  ],
  [
    'GB',
    '£ councillor Councillor councillors Cllr Tory Labour pensioner pensioners motorway constituency MPs MP Constabulary constabulary lorry NHS quid Ofsted Yorks borough pub petrol whilst DCI crown Crown magistrates bypass fete jumper',
  ],
  ['IE', 'Garda garda Gardai gardai gardaí Gardaí Taoiseach TD Dáil Dail Fianna Oireachtas Tánaiste'],
  ['CA', 'RCMP Mountie Mounties reeve loonie NDP Premier'],
  ['AU', 'ute arvo premier'],
  ['IN', 'crore lakh lakhs crores panchayat taluk Lok Sabha'],
]

/** How American papers write, and others do not: "5 p.m.", "60 percent", "March 30", "Blvd.". */
export const americanStyle =
  /\b(?:[ap]\.m\.|percent\b|Ave\.|Blvd\.|mph\b|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) \d{1,2}\b(?!,? ?\d{4} ?[,)])|(?:color|favor|honor|labor|neighbor)\b|[Cc]enter\b|Police Department\b|High School\b|Fire Department\b|City Council\b|[0-9]+th-graders?\b)/g

/** How British papers and those of the Commonwealth write. */
export const britishStyle =
  /£|\b(?:per cent\b|\d{1,2}(?:am|pm)\b|Mrs? [A-Z]|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b|[Cc]entre\b|(?:colour|favour|honour|labour|neighbour)|(?:organis|recognis|realis|apologis)|programmes?\b|(?:whilst|tyre|kerb|tonnes|metres|kilometres)\b)/g

/** "councillor" -> "GB" */
export const localWords: ReadonlyMap<string, string> = new Map(
  words.flatMap(([country, list]) => list.split(' ').map(word => [word, country] as const)),
)
