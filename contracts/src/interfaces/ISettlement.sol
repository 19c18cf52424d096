// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

/// Where funded money came from. Fees only ever come from the escrow; subsidy is never mixed with them.
enum Source {
    Fees,
    Emissions
}

/// @title Settlement
/// @notice Epochs of cumulative entitlements, posted optimistically under a sum tree's root, claimable for ever.
/// @dev Leaves ascend strictly by payee between two sentinels (payee 0 and 2^256 - 1, amount 0), so that two neighbours prove that what
/// would lie between them is absent, at the ends too.
interface ISettlement {
    enum State {
        None,
        Pending,
        Disputed,
        Rejected
    }

    struct Epoch {
        bytes32 root;
        uint128 total; // cumulative sum of all leaves
        uint48 readyAt; // end of the challenge window; accepted = Pending and past it
        State state;
        uint256 attributor; // registry id
        address poster; // its owner then: to whom it was given since is not who is accused
    }

    struct Claim {
        uint256 epoch;
        uint256 index;
        bytes32 payee; // an address, or a staking target >= 2^160
        uint128 amount; // cumulative
        bytes proof; // siblings, 48 bytes each: hash || sum
    }

    struct Dispute {
        address by;
        uint96 bond; // in OPEN
        uint48 at;
    }

    event Funded(Source indexed source, address indexed from, uint256 amount);
    /// @param id Of the coming epoch.
    /// @param total Cumulative.
    event Sealed(uint256 indexed id, uint256 total);
    event Posted(
        uint256 indexed id,
        uint256 indexed attributor,
        bytes32 root,
        uint256 total,
        uint256 readyAt,
        bytes32 dataHash,
        string cid
    );
    event Claimed(bytes32 indexed payee, uint256 indexed epoch, uint256 amount);
    event Disputed(uint256 indexed id, address indexed by, string reason);
    event Resolved(uint256 indexed id, bool valid);
    /// @param by Who is paid for it: the disputer, or whoever brought the proof.
    event Rejected(uint256 indexed id, address indexed by);

    error Settlement_ZeroAmount();
    error Settlement_NotEscrow(address caller);
    error Settlement_NotArbiter(address caller);
    /// @param id The newest epoch, still disputed or inside its window.
    error Settlement_EpochOpen(uint256 id);
    error Settlement_AlreadySealed(uint256 total);
    error Settlement_NothingToSeal();
    error Settlement_NotSealed();
    error Settlement_NotAttributor(uint256 id, address caller);
    error Settlement_BondTooSmall(uint256 bonded, uint256 required);
    /// @param sum Of the root's two children; must be exactly the sealed total.
    error Settlement_BadRoot(uint256 sum, uint256 sealedTotal);
    error Settlement_NotClaimable(uint256 id);
    error Settlement_NothingToClaim(bytes32 payee, uint256 claimed);
    /// @param id Not (or no longer) open to what was tried.
    error Settlement_NotOpen(uint256 id, State state);
    error Settlement_NotFraud();

    /// @notice Brings money in; pulls. `Fees` only from the escrow, anything else from anybody.
    function fund(uint128 amount, Source source) external;

    /// @notice Fixes what the coming epoch must distribute: all that has come in. Anybody, once per epoch, when the previous one is closed.
    /// @return total Cumulative.
    function seal() external returns (uint128 total);

    /// @notice Posts an epoch by opening its root's two children, so that the chain itself checks that what is promised is exactly what was
    /// paid in. The caller owns `attributor`, an asset of kind Attributor with at least `minBond` of stake that is not thawing; or, 3 days
    /// after the end of the newest epoch's window (before the first, after the deployment), a Validator bonded as much.
    /// @param dataHash keccak256 of the epoch's manifest.
    /// @param cid Where its data is.
    function post(
        uint256 attributor,
        bytes32 hl,
        uint128 sl,
        bytes32 hr,
        uint128 sr,
        bytes32 dataHash,
        string calldata cid
    ) external returns (uint256 id);

    /// @notice Pays a payee what an accepted epoch entitles it to beyond what it has been paid. Anybody may claim *to* the payee.
    function claim(Claim calldata c) external;

    /// @notice Many claims; one bad item reverts all.
    function claimMany(Claim[] calldata cs) external;

    /// @notice Stops an epoch inside its window for the arbiter to judge, against a bond of `disputeBond`.
    function dispute(uint256 id, string calldata reason) external;

    /// @notice The arbiter's verdict. Valid: half of the disputer's bond to who posted it, half burnt. Not valid: the disputer has
    /// its bond back and half of what is slashed.
    /// @param slashBps Of the attributor's pool if the epoch is not valid: 0 to 5,000.
    function resolve(uint256 id, bool valid, uint256 slashBps) external;

    /// @notice Rejects an open epoch in which two neighbouring leaves are out of order or the same.
    function proveDisorder(Claim calldata a, Claim calldata b) external;

    /// @notice Rejects an open epoch in which a payee has less than in an accepted one.
    function proveDecrease(Claim calldata was, Claim calldata now_) external;

    /// @notice Rejects an open epoch that lacks a payee of an accepted one: `lo` and `hi` are neighbours and the payee lies between them.
    function proveOmission(Claim calldata was, Claim calldata lo, Claim calldata hi) external;

    function epochOf(uint256 id) external view returns (Epoch memory);

    /// @notice The newest epoch's id, rejected or not; 0 before the first.
    function last() external view returns (uint256);

    /// @notice All that ever came in.
    function funded() external view returns (uint128);

    /// @notice Total of the newest epoch not rejected.
    function settled() external view returns (uint128);

    /// @notice What the coming epoch must distribute, cumulative; 0 while nothing is sealed.
    function sealedTotal() external view returns (uint128);

    /// @notice What a payee has been paid, cumulative.
    function claimed(bytes32 payee) external view returns (uint128);

    /// @notice The newest dispute over an epoch; zeros if there never was one.
    function disputeOf(uint256 id) external view returns (Dispute memory);
}
